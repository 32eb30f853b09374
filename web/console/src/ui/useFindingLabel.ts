import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { humanise } from '@/format';

/** Parts of a type's name that are abbreviations, written as the field writes them. */
const ABBREVIATIONS: Record<string, string> = Object.fromEntries(
  'IPv4 IPv6 IMEI VIN MRZ MAC AWS GCP URL ID ICD10 SSN ITIN NPI ABA MBI NINO NHS UTR NIF NIE CIF BSN CPR AHV SVNR PPS IRD NHI TFN ABN ACN SIN PAN GSTIN NRIC RRN CPF CNPJ CURP RFC RUC CUIT RUT NIT RIF EGN CNP EMSO HETU AFM AMKA OIB TAJ PESEL NIP REGON VAT OpenAI GitHub GitLab'
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);

/** `us_ssn` as "US SSN": a country of two letters first, and abbreviations as they are written. */
function named(type: string): string {
  const parts = type.split('_');
  if (!parts.some((part, index) => part in ABBREVIATIONS || (index === 0 && part.length === 2))) return humanise(type);
  return parts
    .map((part, index) => ABBREVIATIONS[part] ?? (index === 0 ? (part.length === 2 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1)) : part))
    .join(' ');
}

/** The word for a finding type; of one that the console does not know, its name made readable. */
export function useFindingLabel(): (type: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (type) => {
      const key = `finding.${type}`;
      return i18n.exists(key) ? t(key as 'finding.email') : named(type);
    },
    [t, i18n],
  );
}
