/** So many unread notices are counted; beyond them it is "more". */
export const COUNTED_NOTICES = 99;

/** What /notices/count answers. */
export interface NoticeCount {
  unread: number;
}
