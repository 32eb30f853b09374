import type { finding as en } from '../en/finding';

export const finding: typeof en = {
  email: 'E-mail', phone: 'Téléphone', payment_card: 'Carte bancaire', iban: 'IBAN', fr_nir: 'NIR', fr_siret: 'SIRET', fr_siren: 'SIREN', person: 'Nom de personne',
  ip_address: 'Adresse IP', ipv4: 'Adresse IPv4', ipv6: 'Adresse IPv6', mac_address: 'Adresse MAC', address: 'Adresse postale', location: 'Lieu',
  organization: 'Organisation', date_of_birth: 'Date de naissance', passport_mrz: 'Passeport (zone lisible)', licence_plate: 'Plaque d’immatriculation', money: 'Montant',
  medical_term: 'Terme médical', diagnosis: 'Diagnostic', medication: 'Médicament', icd10: 'Code CIM-10', health: 'Santé', legal_reference: 'Référence juridique',
  contract: 'Contrat', api_key: 'Clé d’API', jwt: 'JWT', secret: 'Secret', password: 'Mot de passe', private_key: 'Clé privée', authorization: 'En-tête d’autorisation',
  connection_string: 'Chaîne de connexion', url_credentials: 'Identifiants dans une URL', crypto_wallet: 'Portefeuille crypto', anthropic_key: 'Clé Anthropic',
  aws_key: 'Clé AWS', azure_key: 'Clé Azure', gcp_key: 'Clé GCP', openai_key: 'Clé OpenAI', stripe_key: 'Clé Stripe', github_token: 'Jeton GitHub',
  gitlab_token: 'Jeton GitLab', slack_token: 'Jeton Slack', source_code: 'Code source', business_sensitive: 'Secret d’affaires',
  credentials_talk: 'Propos sur des identifiants', customer_list: 'Liste de clients', financial_results: 'Résultats financiers', hr: 'Affaire de personnel',
  intellectual_property: 'Propriété intellectuelle', product_plans: 'Projets de produits', research: 'Recherche', attachment: 'Pièce jointe', audio: 'Son',
  document: 'Document', image: 'Image', unscanned: 'Non examiné', guard_flagged: 'Signalé par le gardien', guard_unjudged: 'Non jugé par le gardien',
  injection_encoded: 'Injection : encodée', injection_hidden: 'Injection : texte caché', injection_link: 'Injection : lien',
  injection_override: 'Injection : consigne remplacée', injection_persona: 'Injection : autre rôle', injection_reveal: 'Injection : révélation',
  injection_template: 'Injection : gabarit', de_id_card: 'DE carte d’identité', de_passport: 'DE passeport', de_social_security: 'DE sécurité sociale',
  de_tax_id: 'DE identifiant fiscal', us_passport: 'US passeport', us_driver_license: 'US permis de conduire', us_bank_account: 'US compte bancaire', eu_vat: 'TVA UE',
  uk_vat: 'TVA Royaume-Uni',
};
