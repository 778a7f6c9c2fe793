// Makes the two keys by which push services know the forum, as lines for its
// environment. They are kept nowhere else.
import { newKeyPair } from "@/lib/push/keys";

const { publicKey, privateKey } = newKeyPair();
console.log(`REJOINDER_PUSH_PUBLIC_KEY=${publicKey}`);
console.log(`REJOINDER_PUSH_PRIVATE_KEY=${privateKey}`);
