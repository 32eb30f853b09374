/** What types of findings are called, by their ids; `useFindingLabel` makes the others' ids readable. */
export const finding = {
  email: 'E-mail', phone: 'Phone', payment_card: 'Payment card', iban: 'IBAN', fr_nir: 'French NIR', fr_siret: 'French SIRET', fr_siren: 'French SIREN',
  person: 'Person name', ip_address: 'IP address', ipv4: 'IPv4 address', ipv6: 'IPv6 address', mac_address: 'MAC address', address: 'Postal address', location: 'Place',
  organization: 'Organisation', date_of_birth: 'Date of birth', passport_mrz: 'Passport (machine-readable)', licence_plate: 'Licence plate', money: 'Amount of money',
  medical_term: 'Medical term', diagnosis: 'Diagnosis', medication: 'Medication', icd10: 'ICD-10 code', health: 'Health', legal_reference: 'Legal reference',
  contract: 'Contract', api_key: 'API key', jwt: 'JWT', secret: 'Secret', password: 'Password', private_key: 'Private key', authorization: 'Authorization header',
  connection_string: 'Connection string', url_credentials: 'Credentials in a URL', crypto_wallet: 'Crypto wallet', anthropic_key: 'Anthropic key', aws_key: 'AWS key',
  azure_key: 'Azure key', gcp_key: 'GCP key', openai_key: 'OpenAI key', stripe_key: 'Stripe key', github_token: 'GitHub token', gitlab_token: 'GitLab token',
  slack_token: 'Slack token', source_code: 'Source code', business_sensitive: 'Business secret', credentials_talk: 'Talk of credentials',
  customer_list: 'List of customers', financial_results: 'Financial results', hr: 'Personnel matter', intellectual_property: 'Intellectual property',
  product_plans: 'Product plans', research: 'Research', attachment: 'Attachment', audio: 'Sound', document: 'Document', image: 'Picture', unscanned: 'Not looked at',
  guard_flagged: 'Flagged by the guard', guard_unjudged: 'Not judged by the guard', injection_encoded: 'Injection: encoded', injection_hidden: 'Injection: hidden text',
  injection_link: 'Injection: link', injection_override: 'Injection: override', injection_persona: 'Injection: another role', injection_reveal: 'Injection: reveal',
  injection_template: 'Injection: template', de_id_card: 'DE ID card', de_passport: 'DE passport', de_social_security: 'DE social security', de_tax_id: 'DE tax ID',
  us_passport: 'US passport', us_driver_license: 'US driver license', us_bank_account: 'US bank account', eu_vat: 'EU VAT', uk_vat: 'UK VAT',
};
