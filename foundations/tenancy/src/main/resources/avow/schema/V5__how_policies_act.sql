-- How a policy acts, beside what it does. Null masks by pseudonyms; false acts; zero asks for no reason.
ALTER TABLE policies
    ADD COLUMN masking       jsonb,
    ADD COLUMN shadow        boolean NOT NULL DEFAULT false,
    ADD COLUMN justification integer NOT NULL DEFAULT 0 CHECK (justification BETWEEN 0 AND 500);

-- What policies in shadow mode would have done: an array of {policy, action}; null for none. And the
-- length of the reason that a coached person gave, in characters; the reason itself is not kept (B6).
ALTER TABLE interactions
    ADD COLUMN shadow        jsonb,
    ADD COLUMN justification integer;
