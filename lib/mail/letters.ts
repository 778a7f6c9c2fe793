import type { Block, Letter } from "@/lib/mail/letter";

/** What the letters about an account need to know. */
export interface AboutAccount {
  forum: string;
  username: string;
  /** The forum's own address. */
  origin: string;
}

export interface WithLink extends AboutAccount {
  url: string;
  /** How long the link works, in words. */
  life: string;
}

const words = (text: string): Block => ({ is: "words", text });

const toName = ({ username }: AboutAccount) => words(`Hello ${username},`);

const signed = ({ forum, origin }: AboutAccount): Block[] => [words(`${forum}, ${origin}`)];

/** @param newAccount the address was given when the account was made, not to change one */
export function confirmLetter(about: WithLink & { newAccount: boolean }): Letter {
  const given = about.newAccount
    ? `This address was given when the account “${about.username}” was made at ${about.forum}.`
    : `The account “${about.username}” at ${about.forum} asks for this address to be its own.`;
  return {
    subject: `Confirm your address for ${about.forum}`,
    blocks: [
      toName(about),
      words(given),
      { is: "link", label: "If that was you, confirm it here:", url: about.url },
      words(
        `The link works for ${about.life}. If it was not you, there is nothing to do: an address that nobody confirms gets no other mail.`,
      ),
    ],
    footer: signed(about),
  };
}

export function addressChangedLetter(about: AboutAccount): Letter {
  return {
    subject: `Your address at ${about.forum} was changed`,
    blocks: [
      toName(about),
      words(
        `The account “${about.username}” has another e-mail address from now on, and nothing more will be sent to this one.`,
      ),
      words(
        "If you did not do that, somebody else knows your password: please tell whoever runs the forum.",
      ),
    ],
    footer: signed(about),
  };
}

export function resetLetter(about: WithLink): Letter {
  return {
    subject: `A new password for ${about.forum}`,
    blocks: [
      toName(about),
      words(`Somebody asked for a new password for your account “${about.username}”.`),
      { is: "link", label: "If that was you, choose one here:", url: about.url },
      words(
        `The link works once, for ${about.life}. If it was not you, there is nothing to do: your password stays as it is.`,
      ),
    ],
    footer: signed(about),
  };
}

export function passwordChangedLetter(about: AboutAccount & { url: string }): Letter {
  return {
    subject: `Your password at ${about.forum} was changed`,
    blocks: [
      toName(about),
      words(`The account “${about.username}” has a new password since a moment ago.`),
      {
        is: "link",
        label: "If you did not do that, have yourself sent a link to another one here:",
        url: about.url,
      },
    ],
    footer: signed(about),
  };
}

export function signInLetter(about: WithLink): Letter {
  return {
    subject: `Sign in to ${about.forum}`,
    blocks: [
      toName(about),
      words("Somebody, probably you, wants to sign in without a password."),
      { is: "link", label: "Sign in here:", url: about.url },
      words(
        `The link works once, for ${about.life}. Whoever has it is signed in as you, so don't pass it on. If it was not you, there is nothing to do.`,
      ),
    ],
    footer: signed(about),
  };
}
