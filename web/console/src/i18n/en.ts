import { accounts } from './en/accounts';
import { announcements } from './en/announcements';
import { consents } from './en/consents';
import { finding } from './en/finding';
import { incidents } from './en/incidents';
import { lists } from './en/lists';
import { policies } from './en/policies';
import { record } from './en/record';
import { requests } from './en/requests';
import { budgets, routes } from './en/spending';

/** The console's words. `fr.ts` has the same keys; the compiler says where one is missing. */
export const en = {
  app: { tagline: 'AI conversations, under your own privacy policy', skip: 'Skip to content', notFoundTitle: 'No such page', notFound: 'There is no such page.', home: 'Back to the interactions', loading: 'Loading…' },
  nav: { label: 'Main', interactions: 'Interactions', tryIt: 'Try it', policies: 'Policies', detection: 'Detection', providers: 'Providers', apiKeys: 'API keys', accounts: 'Accounts', announcements: 'Announcements', audit: 'Audit log', use: 'Use', govern: 'Govern', rights: 'People’s rights', run: 'Run', incidents: 'Incidents', budgets: 'Budgets', routes: 'Models & aliases', consents: 'Consents', record: 'Processing record', requests: 'Privacy requests', myData: 'My data', retention: 'Retention & holds', open: 'Open the menu' },
  account: { trust: 'How data is handled here', menu: 'Account', theme: 'Theme', light: 'Light', dark: 'Dark', auto: 'System', language: 'Language', signOut: 'Sign out', roleAdmin: 'Administrator', roleViewer: 'Viewer' },
  common: { cancel: 'Cancel', save: 'Save', create: 'Create', edit: 'Edit', delete: 'Delete', close: 'Close', copy: 'Copy', copied: 'Copied', yes: 'Yes', no: 'No', on: 'On', off: 'Off', name: 'Name', none: 'None', never: 'Never', created: 'Created', more: 'Show more', retry: 'Try again', readOnly: 'You can look at this page; changing it takes an administrator.', actions: 'Actions', any: 'Any', required: 'Please fill this in.', reveal: 'Show or hide the password' },
  clock: { left: '{{span}} left', late: '{{span}} late', due: 'due {{time}}' },
  errors: {
    title: 'That did not work',
    unexpected: 'Something unexpected happened. Please try again.',
    listFailed: 'This could not be loaded.', gone: 'There is nothing here.', goneLead: 'The address may be incomplete, or what it led to is no longer kept.',
    code: {
      unreachable: 'Avow does not answer. Is it running?',
      not_allowed: 'Your role does not allow this.',
      not_signed_in: 'Please sign in.',
      wrong_credentials: 'E-mail or password is not right.',
      too_many_attempts: 'Too many attempts. Please wait a moment.',
      classification_incomplete: 'The text could not be checked completely, so nothing left. Please try again.',
      budget_exceeded: 'A budget is spent: yours, that of the key, or everybody’s. See Budgets.',
      model_not_found: 'No provider offers this model.',
      store_unavailable: 'The database does not answer. Please try again.',
      record_unavailable: 'The use could not be recorded, so nothing left. Please try again.',
      processing_restricted: 'No model is asked for you: your processing is restricted, or you withdrew your consent. See My data.',
      overloaded: 'Avow is busy. Please try again in a moment.',
      provider_unreachable: 'The provider of this model cannot be reached.',
      provider_timeout: 'The provider of this model took too long.',
      provider_refused: 'The provider of this model refused the request.',
      provider_broke_off: 'The provider broke off in the middle of its answer.',
    },
  },
  signIn: { title: 'Sign in', welcome: 'Welcome back', lead: 'See what your AI tools send, and decide what may leave.', email: 'E-mail', password: 'Password', submit: 'Sign in', wrong: 'E-mail or password is not right.', setupHint: 'This installation has no account yet. Open the set-up link that Avow printed when it started.' },
  setup: { title: 'Create the first account', lead: 'You will be the administrator of this installation.', firstName: 'First name', lastName: 'Last name', passwordHint: 'At least 12 characters. A sentence is easy to remember.', passwordShort: 'At least 12 characters, please.', emailWrong: 'This is not an e-mail address.', submit: 'Create account', linkOld: 'This link is no longer good: each start of Avow prints a new one. Open the newest.', noToken: 'This link is incomplete. Open the whole set-up link that Avow printed when it started.', done: 'This installation is already set up.', toSignIn: 'Go to sign in' },
  invitation: { title: 'Set your password', lead: 'You were invited to this installation of Avow.', ifNew: 'Empty: as it is', submit: 'Set the password and sign in', linkOld: 'This invitation does not count any more. Ask who invited you for another, or sign in.', noToken: 'This link is incomplete. Open the whole link that you were given.' },
  finding,
  findings: { detail: 'Tier {{tier}} · confidence {{confidence}} · {{where}}', inPrompt: 'in the prompt', inAnswer: 'in the answer', none: 'None', tier: 'Tier {{tier}}' },
  action: { Allow: 'Allowed', Mask: 'Masked', Coach: 'Coached', Block: 'Blocked', Log: 'Logged', Gap: 'Not decided' },
  actionHint: {
    Allow: 'It left as it was.',
    Mask: 'Pseudonyms took the place of what was found before the text left.',
    Coach: 'The person was shown a message before anything left.',
    Block: 'Nothing left.',
    Log: 'It left as it was, and was noted by a policy.',
    Gap: 'It could not be checked completely, so nothing left.',
  },
  risk: { label: 'Risk', of: 'Risk {{score}} of 100, {{level}}', low: 'low', medium: 'medium', high: 'high', critical: 'critical', Low: 'Low', Medium: 'Medium', High: 'High', Critical: 'Critical' },
  status: { started: 'In progress', completed: 'Completed', blocked: 'Blocked', coached: 'Coached', refused: 'Refused', failed: 'Failed', cancelled: 'Cancelled', interrupted: 'Interrupted' },
  interactions: {
    title: 'Interactions', lead: 'Every use of a model, as it happens. Text is never kept.', live: 'Live', reconnecting: 'Reconnecting…',
    time: 'Time', who: 'Who', channel: 'Channel', platform: 'Platform', model: 'Model', findings: 'Findings', action: 'Action', risk: 'Risk', duration: 'Duration', tokens: 'Tokens', status: 'Status',
    you: 'You', person: 'Person {{id}}', someone: 'Unknown',
    filterAction: 'Action', filterFinding: 'Finding', allActions: 'All actions', allFindings: 'All findings', clear: 'Clear filters', noMatch: 'Nothing in the loaded list matches these filters.',
    summary_one: '{{count}} interaction loaded', summary_other: '{{count}} interactions loaded', mix: 'What was decided, over the loaded list',
    end: 'That is everything.', open: 'Details of the interaction of {{time}}',
    empty: 'Nothing has happened yet', emptyLead: 'Send a first message from here, or point any OpenAI client at this address. It appears on this page at once.', emptyViewer: 'Send a first message from here. It appears on this page at once, as do those of programs that an administrator gave a key.', emptyTry: 'Try it here', emptyKey: 'Create an API key', emptyCurl: 'Or from a terminal, with an API key:',
    drawer: 'Interaction', noText: 'No text is kept', noTextLead: 'This record is all there is. The prompt and the answer were never stored: only a fingerprint of each, which shows whether two texts were the same and from which the text cannot be read.',
    decision: 'Decision', identity: 'Who and where', model_section: 'Model', proof: 'Fingerprints', policy: 'Policy', noPolicy: 'Default of the profile', id: 'Id', user: 'User', apiKey: 'API key', tenant: 'Tenant', hostname: 'Host', client: 'Client version', browser: 'Browser', tokensIn: 'Tokens in', tokensOut: 'Tokens out', cost: 'Cost', length: 'Length', characters_one: '{{count}} character', characters_other: '{{count}} characters', promptHash: 'Prompt fingerprint', responseHash: 'Answer fingerprint', timestamp: 'Time', where: 'Where', confidence: 'Confidence', count: 'Count', tier: 'Tier', type: 'Type',
  },
  tryIt: {
    title: 'Try it', lead: 'Write a message and watch what leaves this installation.', model: 'Model', message: 'Message', placeholder: 'Write something with personal data in it, or pick an example.', send: 'Send', stop: 'Stop', sendHint: 'Ctrl + Enter sends', examples: 'Examples (all fictitious)', exampleSupport: 'Support case', exampleRefund: 'Refund to IBAN', exampleCard: 'Card payment', exampleClean: 'Nothing personal',
    typed: 'What you typed', left: 'What left', back: 'What came back', typedHint: 'Stays here', leftHint: 'Seen by the model', backHint: 'Originals put back',
    typedEmpty: 'What is found is marked here while you type.', leftEmpty: 'The model will see this version, with pseudonyms.', backEmpty: 'The answer, with the originals in place again.',
    nothingLeft: 'Nothing left.', nothingWould: 'As it stands, nothing would leave.', previewTag: 'Preview', waiting: 'The answer is on its way…', same: 'It left as you typed it: nothing had to be hidden.', unknownLeft: 'The server sent no receipt for this message.',
    legendFound: 'found', legendPseudonym: 'pseudonym', legendRestored: 'put back', policy: 'Policy', action: 'Action', risk: 'Risk', overhead: 'Added by Avow', record: 'Record', openRecord: 'Open the record', noPolicy: 'Default', preview: 'Would be', found_one: '{{count}} finding', found_other: '{{count}} findings', partial: 'This text could not be checked completely.',
    blockedTitle: 'Blocked by policy', coachTitle: 'Please think again', sendAnyway: 'Send anyway', change: 'Change the message', gapTitle: 'Not checked completely', failedTitle: 'The message was not sent', cancelled: 'Stopped.', modelsFailed: 'The list of models could not be loaded; {{model}} always works.',
  },
  policies,
  accounts,
  announcements,
  providers: { title: 'Providers', lead: 'Where models answer. Keys are encrypted here and never shown again.', add: 'Add a provider', kind: 'Kind', baseUrl: 'Base URL', baseUrlHint: 'As the provider’s official client takes it; OpenAI’s ends in /v1.', urlOwn: 'Left empty: the address shown.', urlNeeded: 'Providers of this kind have no common address; it looks like {{like}}', key: 'Key', keyHints: { usual: 'Sealed at once, and never shown again.', aws: 'One of Bedrock’s API keys, or an access key as ID:SECRET, or ID:SECRET:TOKEN where it is temporary.', google: 'The JSON file of a service account’s key.', local: 'Leave empty for a local model without a key.' }, kinds: { openai: 'OpenAI, or any server that speaks its API', anthropic: 'Anthropic', 'azure-openai': 'Azure OpenAI', bedrock: 'Amazon Bedrock', cohere: 'Cohere', gemini: 'Google Gemini', groq: 'Groq', mistral: 'Mistral', ollama: 'Ollama', vertex: 'Google Vertex AI' }, region: 'Region', regionHint: 'Where it processes what it is sent. Without it, it is not reached where regions are limited.', regionNone: 'Not said', regions: { EU: 'European Union', US: 'United States', UK: 'United Kingdom', AU: 'Australia', NZ: 'New Zealand', LOCAL: 'On this installation’s own ground' }, agreement: 'Agreement', agreementHint: 'Under which it does: an id or URL. It stands in the record of processing.', placeTitle: 'Where {{name}} is', placed: 'Provider changed', seen: 'Health', unused: 'Unused', breaker: { closed: 'Works', half_open: 'Being tried', open: 'Not asked' }, lastSuccess: 'answered', lastFailure: 'failed', keyStored: 'Key stored', noKey: 'No key', first: 'Default', nameHint: 'Models are then called NAME/model.', deleteTitle: 'Remove this provider?', deleteLead: '“{{name}}” and its key are removed. Its models stop answering at once.', saved: 'Provider added', deleted: 'Provider removed', empty: 'No provider yet', emptyLead: 'The built-in avow/mirror already answers, with what it was given. Add a provider to reach a real model.', emptyViewer: 'The built-in avow/mirror already answers, with what it was given. Real models answer once an administrator has added a provider.', urlWrong: 'An address such as {{like}}, with your own parts filled in.', nameWrong: 'Letters, digits, dot, dash and underscore only.' },
  detection: {
    title: 'Detection', lead: 'What is looked for in every message, and your own recognizers besides.', add: 'New recognizer', looksFor: 'Looks for', confidence: 'Confidence', wordCount_one: '{{count}} word', wordCount_other: '{{count}} words', onlyNear: 'only near a context word',
    empty: 'No recognizer of your own', emptyLead: 'Add one for what only you have: personnel numbers, project names, customer codes.', emptyViewer: 'Only the built-in types below are looked for. An administrator can add recognizers for what only your organisation has.', newTitle: 'New recognizer', editTitle: 'Edit recognizer', saved: 'Recognizer saved', deleted: 'Recognizer deleted', deleteTitle: 'Delete this recognizer?', deleteLead: '“{{name}}” is no longer looked for, at once. Policies that name it no longer match.',
    nameHint: 'The type that it reports: 2 to 40 lower-case letters, digits and underscores.', patterns: 'Patterns', words: 'Words', perLine: 'One per line', checksum: 'Checksum', context: 'Context words', contextHint: 'Words nearby that make it surer. Press Enter after each.', required: 'Only near a context word', match: 'Must be found in', noMatch: 'Must not be found in', atLine: 'Line {{line}}: {{fault}}',
    sample: 'Sample text', sampleHint: 'Tries what stands above, saved or not. Nothing is kept.', look: 'Look', placeholder: 'Paste a text: what is found in it is marked.', tryTitle: 'Try it', tryLead: 'What does everything together find in this text? Nothing is sent or kept.', found_one: '{{count}} finding', found_other: '{{count}} findings', reason: { pattern: 'by its form', context: 'by a word nearby', checksum: 'by its checksum' },
    typesTitle: 'Built-in types', typesLead: 'Tier 1 is always on; tier 2 is turned on by the operator.', search: 'Search types', noType: 'No type of this name.', on: 'On', off: 'Off', types_one: '{{count}} type', types_other: '{{count}} types',
  },
  apiKeys: { title: 'API keys', lead: 'Programs sign in with these. A key is shown once, when it is made.', add: 'New key', prefix: 'Key', scopes: 'Scopes', lastUsed: 'Last used', state: 'State', active: 'Active', expired: 'Expired', revoked: 'Revoked', revoke: 'Revoke', revokeTitle: 'Revoke this key?', revokeLead: 'Programs that use “{{name}}” are refused at once. This cannot be undone.', revokedDone: 'Key revoked', userEmail: 'Acts as (e-mail)', userEmailHint: 'Leave empty for a key of its own.', shownOnce: 'Copy this key now', shownOnceLead: 'Avow keeps only a fingerprint of it: it cannot be shown again.', done: 'I have copied it', empty: 'No key yet', emptyLead: 'Create one to point a program at Avow.', emptyViewer: 'Programs need one to sign in. An administrator creates it.', scope: { models: 'models', read: 'read', admin: 'admin' }, scopeHint: { models: 'Call models', read: 'Read what the console shows', admin: 'Change everything' }, scopeNeeded: 'Choose at least one scope.' },
  audit: { title: 'Audit log', lead: 'Every access and every change. Entries cannot be altered.', time: 'Time', actor: 'Who', action: 'Action', resource: 'Resource', address: 'Address', status: 'Status', agent: 'Program', drawer: 'Audit entry', field: 'Field', before: 'Before', after: 'After', state: { success: 'Done', refused: 'Refused' }, noChanges: 'Nothing was changed: this was an access.', system: 'System', nobody: 'Not signed in', unnamed: 'Unnamed {{id}}', unnamedHint: 'A key that cannot be shown here, or a person who was erased.', empty: 'No entry yet', emptyLead: 'Signing in already writes one.', changes: 'What changed', open: 'Details of {{action}}',
    filter: 'Filter', kind: 'Changes or looks', kinds: { change: 'Changes', look: 'Looks', all: 'Both' }, anyAction: 'Any action', noSuchAction: 'No such action in this log', anybody: 'Anybody', noSuchActor: 'Nobody of this name', people: 'People', keys: 'API keys', others: 'Others', noActor: 'System, or not signed in', when: 'When', times: { any: 'Any time', today: 'Today', week: 'Last 7 days', month: 'Last 30 days', days: 'Some days…' }, from: 'First day', to: 'Last day', clear: 'Clear', noMatch: 'No entry matches these filters.', showAll: 'Show all entries', sameActor: 'All by this actor', sameNobody: 'All by nobody known', sameAction: 'All of this action', asked: 'What was asked for', value: 'Value', noValues: 'No values are noted with it.',
  },
  myData: {
    title: 'My data', lead: 'What Avow keeps about you, and what you may ask of it.',
    copyTitle: 'A copy of my data', copyLead: 'Your account, sign-ins, keys, budgets, batches and files, interactions and audit entries, in one file.', copyHint: 'Whole prompts and answers are not in it, since none is kept; what was masked in batches and files is, for as long as it is kept; what would tell of other people is left out. That you took a copy stands in the audit log.', format: { json: 'JSON, one document', ndjson: 'NDJSON, one record a line', csv: 'CSV, a table' },
    eraseTitle: 'Erase my account', eraseLead: 'What is kept about you is deleted or made unreadable, in backups too. Take a copy first if you want one.', eraseOpen: 'Erase my account…', eraseNow: 'Erase it now',
    step: {
      closed: 'Your account is closed at once: you are signed out everywhere, and your keys are refused.',
      key: 'The key under which your data are sealed is destroyed. From then on nobody can read them, in backups and archives too.',
      rows: 'Your sign-ins, keys, budgets, interactions and your account are deleted.',
      audit: 'Entries of the audit log stay as proof; that they were yours can no longer be read. A name that you gave to a key or a policy stays there as it was given.',
      hold: 'What a legal hold covers stays until the hold is released. The rest goes, and the answer says until when.',
      outside: 'Whoever outside received text of you is named in the receipt, to be asked by those who run this installation.',
    },
    final: 'This cannot be undone, unless those who run this installation have set some days in which an administrator can take it back.', confirm: 'To confirm, type your e-mail: {{email}}',
    receiptTitle: 'Receipt of the erasure', receiptOnce: 'You are signed out, so this receipt can be shown only now. Save it if you want to keep it.', saveReceipt: 'Save the receipt', leave: 'Close and leave',
  },
  erasure: {
    store: 'Place', action: 'What happened', rows: 'Rows', detail: 'Detail', requested: 'Asked on', completed: 'Done on', due: 'Done by, at the latest', effective: 'Can be taken back until', heldUntil: 'Hold expected to end', openEnd: 'No date was given', id: 'Request', says: 'Avow says: {{message}}',
    state: { recoverable: 'Can be taken back', held: 'Under legal hold', pending: 'Under way', complete: 'Erased', recovered: 'Taken back' },
    means: { recoverable: 'The account is closed. Until the time below, an administrator can take this back; then it goes on by itself.', held: 'A legal hold stands against it: what the hold covers stays, the rest goes. When the hold is released, it goes on by itself.', pending: 'The key is destroyed. The rest goes on by itself.', complete: 'All of it is done.', recovered: 'The account is open again.' },
    did: { erased: 'Erased', unreadable: 'Unreadable', held: 'Held', asked: 'Asked', ask: 'To be asked' },
    at: { files: 'Files at {{host}}', batches: 'Batches at {{host}}' },
    stores: { account: 'Account', sessions: 'Sign-ins', api_keys: 'API keys', budgets: 'Budgets', interactions: 'Interactions', audit_log: 'Audit log', archives: 'Archives', backups: 'Backups' },
  },
  retention: {
    title: 'Retention & holds', lead: 'How long things are kept, what must not go, and who was erased.', adminsOnly: 'This page takes an administrator.',
    term: { never: 'never stored', unsaid: 'not part of this profile', optIn: 'opt-in only', account: 'with the account', idle: '{{days}} after it was last active, unless pinned', after: { closure: 'closure', termination: 'termination', resolution: 'resolution' }, until: 'until {{event}}', later: '{{event}} + {{days}}' },
    valuesTitle: 'In force', valuesLead: 'Profile {{profile}}; a setting wins over it.', data: 'Data', kept: 'Kept', source: 'From', enforced: 'Deleted by itself', days_one: '{{count}} day', days_other: '{{count}} days', from: { profile: 'profile', setting: 'setting' },
    class: { interactions: 'Interactions', audit_log: 'Audit log', conversation_text: 'Conversation text', raw_audio: 'Raw audio', account: 'Account', tenant_environment: 'Tenant environment', billing_records: 'Billing records', support_communication: 'Support communication', usage_analytics: 'Usage analytics', server_logs: 'Server logs', backups: 'Backups' },
    lastRun: 'Last run {{time}}: {{rows}} interactions went, {{held}} too old ones are held.', noRun: 'No run yet.', nextRun: 'Next: {{time}}.', archive_one: 'Interactions move to the archive after {{count}} day.', archive_other: 'Interactions move to the archive after {{count}} days.',
    previewTitle_one: 'The next day', previewTitle_other: 'The next {{count}} days', previewLead: 'What will go when, by day (UTC), if nothing else happens.', previewEmpty: 'Nothing is due in this time.', chart: 'Rows that go, by day; the most on one day are {{most}}', most: 'at most {{most}} a day', numbers: 'As numbers', day: 'Day', due: { delete: 'Deleted', archive: 'Archived', held: 'Held' },
    holdsTitle: 'Legal holds', holdsLead: 'What a hold covers neither expires nor is erased; nothing else is kept longer.', place: 'Place a hold', placeNow: 'Place it', placed: 'Hold placed', noHolds: 'No legal hold.', who: 'Who', when: 'Time covered', expected: 'Expected end', status: 'State', inForce: 'In force', releasedOn: 'Released {{time}}', everybody: 'Everybody', allTime: 'All of it', andMore: 'and {{count}} more',
    release: 'Release', releaseTitle: 'Release this hold?', releaseLead: 'What only “{{name}}” covered goes with the next run, and erasures that it stopped go on by themselves. This cannot be undone.',
    nameHint: 'Not sealed: name nobody in it.', reason: 'Reason', reasonHint: 'Kept sealed, and not in the audit log.', people: 'People, by e-mail', peopleHint: 'Press Enter after each; at most 200.', firstDay: 'First day', lastDay: 'Last day', spanHint: 'Whole days in UTC; either may be left out. What has no time, such as an account, is covered whatever the span.', spanWrong: 'This is before the first day.', expectedHint: 'For people to look at: a hold ends when it is released, and not before.', everybodyWarning: 'Without people this hold covers everybody: nothing in its span expires, and nobody is fully erased, until it is released.',
    erasuresTitle: 'Erasures', erasuresLead: 'Requests to erase people, and what happened in each place. An id leads nowhere once its person is erased.', noErasures: 'Nobody has been erased.', person: 'Person', askedBy: 'Asked by', themselves: 'Themselves', somebodyElse: 'An administrator', openErasure: 'Receipt of the erasure asked on {{time}}',
  },
  incidents,
  requests,
  consents,
  record,
  budgets,
  routes,
  lists,
};

/** Every key of the English catalogue with a text of its own. */
export type Catalogue = typeof en;
