/** What became of a bookmarked post for who bookmarked it. */
export type BookmarkedPost =
  | {
      sight: "readable";
      title: string;
      author: string;
      /** The beginning of its words, on one line. */
      excerpt: string;
    }
  | { sight: "hidden" }
  | { sight: "deleted" };

/** A bookmark as its owner sees it: the note is theirs, whatever became of the post. */
export interface BookmarkLine {
  postId: number;
  note: string;
  createdAt: Date;
  post: BookmarkedPost;
}
