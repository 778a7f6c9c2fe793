import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeSession, endOtherSessions } from "@/lib/accounts/sessions.commands";
import { db } from "@/lib/db/client";
import type { Member } from "@/lib/policy/viewer";
import { SIGNED_OUT } from "@/lib/policy/viewer";
import { addDevice, removeDevice } from "@/lib/push/devices.commands";
import { newKeyPair } from "@/lib/push/keys";
import { MOST_DEVICES } from "@/lib/push/limits";
import { devicesOf, pushWishesOf } from "@/lib/push/queries";
import { sweepPushes } from "@/lib/push/sweep.commands";
import { DEFAULT_WISHES } from "@/lib/push/wishes";
import { setPushWishes } from "@/lib/push/wishes.commands";
import { actOnPerson } from "@/lib/sanctions/commands";
import { person, succeeded } from "@/scripts/test/debate";
import { forumKeys, pushTo, signedIn, withDevice } from "@/scripts/test/push";
import { type TestBrowser, TestPushService } from "@/scripts/test/push-service";

// Which browsers are told, and whose they are.

const service = new TestPushService();
let ada: Member;
let ben: Member;

beforeAll(async () => pushTo(await service.start()));
afterAll(() => service.stop());
beforeEach(async () => {
  [ada, ben] = [await person(), await person()];
});

const deviceOf = ({ endpoint, publicKey, secret }: TestBrowser) => {
  return { endpoint, publicKey, secret, forumKey: forumKeys.publicKey };
};

const endpointsOf = async ({ id: userId }: Member) =>
  (await db().pushDevice.findMany({ where: { userId } })).map(({ endpoint }) => endpoint).sort();

test("a browser that is added twice, or many times at once, is one device", async () => {
  const browser = service.browser();
  const { sessionId } = await signedIn(ada);
  const added = await Promise.all(
    Array.from({ length: 6 }, () => addDevice(ada, sessionId, deviceOf(browser))),
  );
  expect(added.every(({ ok }) => ok)).toBe(true);
  expect(await endpointsOf(ada)).toEqual([browser.endpoint]);
});

test("a session has one device: the address that its browser has now", async () => {
  const [first, second] = [service.browser(), service.browser()];
  const { sessionId } = await withDevice(ada, first);
  succeeded(await addDevice(ada, sessionId, deviceOf(second)));
  expect(await endpointsOf(ada)).toEqual([second.endpoint]);
});

test("a browser in which somebody else is signed in by now is theirs alone", async () => {
  const browser = service.browser();
  await withDevice(ada, browser);
  const { sessionId } = await withDevice(ben, browser);
  expect([await endpointsOf(ada), await endpointsOf(ben)]).toEqual([[], [browser.endpoint]]);
  const tries = [ada, ben].map(async (who) => {
    const session = await signedIn(who);
    return addDevice(who, session.sessionId, deviceOf(browser));
  });
  await Promise.all(tries);
  expect((await endpointsOf(ada)).length + (await endpointsOf(ben)).length).toBe(1);
  expect(await db().pushDevice.count({ where: { sessionId } })).toBe(0);
});

test("who knows the address of somebody's browser, but not its secret, can't take it over", async () => {
  const browser = service.browser();
  await withDevice(ada, browser);
  const before = await db().pushDevice.findMany();
  const { sessionId } = await signedIn(ben);
  const { secret, publicKey } = service.browser();
  for (const strange of [{ secret }, { publicKey }, { secret, publicKey }]) {
    const tried = await addDevice(ben, sessionId, { ...deviceOf(browser), ...strange });
    expect(tried).toMatchObject({ ok: false, kind: "conflict" });
  }
  expect(await db().pushDevice.findMany()).toEqual(before);
});

test("a person has so many devices and no more, however many are added at once", async () => {
  const sessions = await Promise.all(Array.from({ length: MOST_DEVICES + 5 }, () => signedIn(ada)));
  const added = await Promise.all(
    sessions.map(({ sessionId }) => addDevice(ada, sessionId, deviceOf(service.browser()))),
  );
  expect(added.filter(({ ok }) => ok)).toHaveLength(MOST_DEVICES);
  expect(await endpointsOf(ada)).toHaveLength(MOST_DEVICES);
  expect(added.find(({ ok }) => !ok)).toMatchObject({ kind: "conflict" });
});

test("a place that is no known push service, or a key that is not the forum's, is refused with a sentence", async () => {
  const { sessionId } = await signedIn(ada);
  const device = deviceOf(service.browser());
  const strange = { ...device, endpoint: "http://127.0.0.1:1/push" };
  const refused = await addDevice(ada, sessionId, strange);
  expect(refused).toMatchObject({ ok: false, kind: "invalid" });
  expect(refused.ok ? "" : refused.message).toContain("127.0.0.1");
  const { publicKey: forumKey } = newKeyPair();
  expect(await addDevice(ada, sessionId, { ...device, forumKey })).toMatchObject({ ok: false });
  expect(await endpointsOf(ada)).toEqual([]);
});

test("a device ends with the session it was added in, whoever ends that", async () => {
  const admin = await person({ admin: true });
  const first = await withDevice(ada, service.browser());
  await closeSession(first.token);
  expect(await endpointsOf(ada)).toEqual([]);
  await withDevice(ada, service.browser());
  const { sessionId } = await signedIn(ada);
  succeeded(await endOtherSessions(ada, sessionId));
  expect(await endpointsOf(ada)).toEqual([]);
  await withDevice(ada, service.browser());
  const { id: ruleId } = await db().rule.findFirstOrThrow({ where: { retiredAt: null } });
  const act = { verb: "ban", personId: ada.id, ruleId, note: "A test." } as const;
  succeeded(await actOnPerson(admin, act));
  expect(await endpointsOf(ada)).toEqual([]);
});

test("nobody adds a device to a session that is over, or to somebody else's", async () => {
  const { sessionId, token } = await signedIn(ada);
  const device = deviceOf(service.browser());
  expect(await addDevice(ben, sessionId, device)).toMatchObject({ ok: false });
  expect(await addDevice(SIGNED_OUT, sessionId, device)).toMatchObject({ kind: "signed-out" });
  await closeSession(token);
  expect(await addDevice(ada, sessionId, device)).toMatchObject({ kind: "signed-out" });
  expect(await db().pushDevice.count({ where: { endpoint: device.endpoint } })).toBe(0);
});

test("nobody sees or removes a device but its owner", async () => {
  const { sessionId } = await withDevice(ada, service.browser());
  const key = forumKeys.publicKey;
  const [device] = await devicesOf(ada, sessionId, key);
  expect(device).toMatchObject({ isThis: true, browser: "Unknown browser" });
  expect(await devicesOf(ben, sessionId, key)).toEqual([]);
  await removeDevice(ben, device?.id ?? 0);
  expect(await removeDevice(SIGNED_OUT, device?.id ?? 0)).toMatchObject({ ok: false });
  expect(await devicesOf(ada, sessionId, key)).toHaveLength(1);
  succeeded(await removeDevice(ada, device?.id ?? 0));
  succeeded(await removeDevice(ada, device?.id ?? 0));
  expect(await devicesOf(ada, sessionId, key)).toEqual([]);
});

test("what is pushed is each person's own choice", async () => {
  expect(await pushWishesOf(ada.id)).toEqual(DEFAULT_WISHES);
  const wishes = { ...DEFAULT_WISHES, watch: true, reply: false };
  succeeded(await setPushWishes(ada, wishes));
  succeeded(await setPushWishes(ada, wishes));
  expect(await setPushWishes(SIGNED_OUT, wishes)).toMatchObject({ kind: "signed-out" });
  expect(await pushWishesOf(ada.id)).toEqual(wishes);
  expect(await pushWishesOf(ben.id)).toEqual(DEFAULT_WISHES);
});

test("devices of sessions that ran out, or that were given another key, are swept away", async () => {
  const kept = service.browser();
  await withDevice(ada, kept);
  const over = await withDevice(ada, service.browser());
  const otherKey = await withDevice(ada, service.browser());
  const past = { expires: new Date(Date.now() - 1_000) };
  await db().session.update({ where: { id: over.sessionId }, data: past });
  const { sessionId } = otherKey;
  await db().pushDevice.update({ where: { sessionId }, data: { forumKey: "another" } });
  await sweepPushes();
  expect(await endpointsOf(ada)).toEqual([kept.endpoint]);
});
