/** The card of the web channel: every text is plain, every address already http(s) or null. */
export interface Card {
  readonly type: CardType;
  readonly id: string | null;
  readonly status: string;
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly interpretations: readonly Interpretation[];
  readonly near: readonly NearDocument[];
  readonly receipt: string | null;
  readonly buttons: readonly Choice[];
  readonly note: string | null;
}

export type CardType = "answer" | "no_answer" | "notice";

/** Binding words of a disclosure, with where they stand and whether they still hold. */
export interface Quote {
  readonly text: string;
  readonly title: string;
  readonly number: string | null;
  readonly article: string | null;
  readonly issuer: string | null;
  readonly published: string | null;
  readonly effective: string | null;
  readonly validity: string | null;
  readonly validityNote: string | null;
  readonly replacedBy: string | null;
  readonly url: string | null;
}

/** An official reading of a disclosure: it explains, it does not bind. */
export interface Interpretation {
  readonly text: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** A disclosure close to a question it does not answer, and why it does not. */
export interface NearDocument {
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly published: string | null;
  readonly validity: string | null;
  readonly url: string | null;
  readonly why: string | null;
}

/** A button under a card: pressing it asks its payload. */
export interface Choice {
  readonly title: string;
  readonly payload: string;
}
