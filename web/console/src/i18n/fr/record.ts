import type { record as en } from '../en/record';

export const record: typeof en = {
  title: 'Registre des traitements', lead: 'RGPD art. 30 : établi d’après ce qui est conservé, ce qui est réglé et qui a reçu du texte. Son contenu est en anglais. Le journal d’audit consigne que vous l’avez vu.', print: 'Imprimer', notSaid: 'non indiqué',
  missing_one: '{{count}} élément exigé par la loi manque', missing_other: '{{count}} éléments exigés par la loi manquent', controller: 'Responsable du traitement', generated: 'Au {{time}} · profil {{profile}} · région {{region}}', name: 'Nom', contact: 'Contact', representative: 'Représentant', officer: 'Délégué à la protection des données',
  activities: 'Traitements', purpose: 'Finalité', subjects: 'Personnes', categories: 'Données', basis: 'Base légale, proposée : à confirmer', kept: 'Durée', erased: 'Effacement', tables_one: 'Dans {{count}} table', tables_other: 'Dans {{count}} tables', table: 'Table', sealed: 'Colonnes scellées',
  recipients: 'Destinataires', recipientsLead: 'Tout hôte qui a jamais reçu du texte, avec région et contrat tels que déclarés chez le fournisseur.', noRecipients: 'Aucun hôte n’a encore reçu de texte.', host: 'Hôte', provider: 'Fournisseur', region: 'Région', outside: 'hors région', agreement: 'Contrat', uses: 'Usages', lastSeen: 'Dernier',
  places: 'Où sont encore des données', placesLead: 'En dehors des tables de la base.', place: 'Lieu', holds: 'Contient', retention: 'Durées', retentionLead: 'Les valeurs en vigueur.', data: 'Données', source: 'Origine', measures: 'Mesures', measuresLead: 'Mesures techniques et organisationnelles de la plateforme ; ajoutez les vôtres.',
};
