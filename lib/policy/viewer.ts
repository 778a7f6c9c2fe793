/** A suspension or a ban that is in force, as it came with the person's session. */
export interface Restriction {
  kind: "suspend" | "ban";
  /** When it ends; null for one that ends only when it is lifted. */
  until: Date | null;
  /** The title of the rule: what everybody may read. */
  reason: string;
  actionId: number;
  /** The statement of reasons that the person was given, if there is one. */
  statementId: number | null;
}

/** Who is looking. Made by lib/auth from the session, or by tests by hand. */
export interface Member {
  signedIn: true;
  id: number;
  username: string;
  admin: boolean;
  /** Ids of the boards this person moderates. */
  moderates: readonly number[];
  /** Unset, or null, where nothing keeps this person from writing. */
  restricted?: Restriction | null;
  /** Ids of the people whose posts this person wants folded. */
  blocks?: readonly number[];
}

export interface SignedOut {
  signedIn: false;
}

export type Viewer = Member | SignedOut;

export const SIGNED_OUT: SignedOut = { signedIn: false };
