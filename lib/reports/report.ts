/** What a report may be about: a rule by its id, or illegal content. */
export type Complaint =
  | { kind: "rule"; ruleId: number; explanation: string }
  | {
      kind: "illegal";
      explanation: string;
      /** The exact address of what is illegal. */
      address: string;
      /** Left out only where the report is about sexual abuse of children. */
      name: string | null;
      email: string | null;
    };

/** A report as it comes from its form. */
export interface NewReport {
  postId: number;
  formKey: string;
  complaint: Complaint;
}

/** Fewer characters can't say why something is illegal, so that it can be examined. */
export const MIN_ILLEGAL_EXPLANATION = 20;

/** What a report's form says by which radio button: "illegal", or "rule-3". */
export const ILLEGAL = "illegal";
export const ruleChoice = (ruleId: number) => `rule-${ruleId}`;
