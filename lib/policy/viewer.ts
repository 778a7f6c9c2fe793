/** Who is looking. Made by lib/auth from the session, or by tests by hand. */
export interface Member {
  signedIn: true;
  id: number;
  username: string;
  admin: boolean;
  /** Ids of the boards this person moderates. */
  moderates: readonly number[];
}

export interface SignedOut {
  signedIn: false;
}

export type Viewer = Member | SignedOut;

export const SIGNED_OUT: SignedOut = { signedIn: false };
