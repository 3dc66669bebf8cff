-- Ids of users who were erased, as keyed hashes: what was recorded of them before then is not taken again.
CREATE TABLE erased_identity (
  organization_id bigint NOT NULL REFERENCES organization,
  identity_hash   text COLLATE "C" NOT NULL,
  erased_at       timestamptz NOT NULL,
  PRIMARY KEY (organization_id, identity_hash)
);
CALL secure_by_organization('erased_identity');

-- Users who turned out to be another one; whoever still holds the former number finds the user by it.
CREATE TABLE merged_user (
  organization_id bigint NOT NULL,
  former_user_id  bigint NOT NULL,
  user_id         bigint NOT NULL,
  PRIMARY KEY (organization_id, former_user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX merged_user_user ON merged_user (organization_id, user_id);
CALL secure_by_organization('merged_user');
