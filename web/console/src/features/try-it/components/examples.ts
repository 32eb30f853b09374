/** Example messages. Every person, address, number and account in them is made up or a published test value. */
export const EXAMPLES = [
  {
    label: 'tryIt.exampleSupport',
    en: 'Draft a reply to Léa Moreau (lea.moreau@example.com, +33 6 39 98 12 34): her parcel is late and she would like a call back today.',
    fr: 'Rédige une réponse à Léa Moreau (lea.moreau@example.com, +33 6 39 98 12 34) : son colis est en retard et elle souhaite être rappelée aujourd’hui.',
  },
  {
    label: 'tryIt.exampleRefund',
    en: 'Refund 42.50 EUR to IBAN FR76 3000 6000 0112 3456 7890 189 and confirm to j.martin@example.org.',
    fr: 'Rembourse 42,50 EUR sur l’IBAN FR76 3000 6000 0112 3456 7890 189 et confirme à j.martin@example.org.',
  },
  {
    label: 'tryIt.exampleCard',
    en: 'The card 4111 1111 1111 1111 was charged twice. Explain to sam@example.net how a refund works.',
    fr: 'La carte 4111 1111 1111 1111 a été débitée deux fois. Explique à sam@example.net comment se passe un remboursement.',
  },
  {
    label: 'tryIt.exampleClean',
    en: 'Explain in two sentences why the sky is blue.',
    fr: 'Explique en deux phrases pourquoi le ciel est bleu.',
  },
] as const;
