export interface Activity {
  data_class: string;
  name: string;
  purpose: string;
  data_subjects: string;
  data_categories: string;
  /** Proposed; the controller confirms it. */
  legal_basis: string;
  kept: string;
  tables: { name: string; kept: string; erased: string; sealed: string[]; persons: string[] }[];
}

export interface Recipient {
  host: string;
  provider: string;
  purpose: string;
  region: string | null;
  agreement: string | null;
  /** Null where its region is not known. */
  outside_region: boolean | null;
  first_seen: string;
  last_seen: string;
  uses: number;
}

/** The record of processing activities (GDPR Art. 30), in the server's words. */
export interface ProcessingRecord {
  generated_at: string;
  controller: { name: string | null; contact: string | null; representative: string | null; data_protection_officer: string | null };
  profile: string;
  region: string;
  activities: Activity[];
  recipients: Recipient[];
  places: { place: string; holds: string; data_classes: string[]; kept: string; erased: string }[];
  retention: { data_class: string; retention: string; source: 'profile' | 'setting' }[];
  measures: string[];
  /** What the law asks for and nobody told Avow, each with the remedy. */
  missing: string[];
}
