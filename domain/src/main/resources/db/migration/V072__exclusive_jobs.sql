-- Jobs of one kind exclude each other within an organization only where they name the same thing, such as one ad account.
ALTER TABLE job ADD COLUMN exclusion text COLLATE "C" NOT NULL DEFAULT '';
