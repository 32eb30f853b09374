-- Gemini is asked in its own words, no longer by its layer for OpenAI's clients, whose URL ends so.
UPDATE provider_keys SET base_url = regexp_replace(base_url, '/openai$', '')
WHERE kind = 'gemini' AND base_url LIKE '%/openai';
