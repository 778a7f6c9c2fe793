/** What a browser says of its subscription (Push API, §8.3). */
export interface SubscriptionWords {
  endpoint?: string;
  keys?: Record<string, string>;
}

/** The same as the fields in which the forum is told. */
export function subscriptionFields(
  { endpoint = "", keys = {} }: SubscriptionWords,
  forumKey: string,
): Record<string, string> {
  return { endpoint, publicKey: keys.p256dh ?? "", secret: keys.auth ?? "", forumKey };
}
