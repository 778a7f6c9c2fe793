import { Answered } from "@/components/post/Answered";
import type { SinglePost } from "@/lib/posts/queries";

/** The post that an appeal is about, as who decides it sees it. */
export function AppealPost({ found, now }: { found: SinglePost; now: Date }) {
  return <Answered post={found.post} hues={{}} now={now} />;
}
