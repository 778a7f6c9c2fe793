import { expect, test } from "vitest";
import { hiddenFields, multipart } from "@/bench/form";

test("what a page writes into a form is sent back as it was meant", () => {
  const html = `<form id="a"><input type="hidden" name="q" value="1"/></form>
    <form action="" class="composer"><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
    <input type="hidden" name="formKey" value="key"/><input name="seen" value="no"/><textarea name="text"></textarea></form>`;
  expect(hiddenFields(html, "text")).toEqual({ "$ACTION_1:0": '{"id":"a&b"}', formKey: "key" });
  expect(hiddenFields(html, "password")).toBeNull();
});

test("a form's fields stand apart in what is sent", () => {
  const { type, body } = multipart({ post: "1", text: "> a\n\nb" });
  const boundary = type.split("boundary=")[1];
  expect(body.split(`--${boundary}`)).toHaveLength(4);
  expect(body).toContain('name="text"\r\n\r\n> a\n\nb\r\n');
});
