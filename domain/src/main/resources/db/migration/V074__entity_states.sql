-- What a campaign, ad group or ad was like from a day on, in days of its account. The first state speaks for all days before it too.
CREATE TABLE entity_state (
  organization_id       bigint NOT NULL,
  level                 text COLLATE "C" NOT NULL CHECK (level IN ('CAMPAIGN', 'AD_GROUP', 'AD')),
  entity_id             bigint NOT NULL,
  from_day              date NOT NULL,
  name                  text NOT NULL,
  status                text NOT NULL,
  objective             text,
  daily_budget_micros   bigint,
  lifetime_budget_micros bigint,
  shared_budget_id      text,
  start_day             date,
  end_day               date,
  PRIMARY KEY (organization_id, level, entity_id, from_day)
);
CALL secure_by_organization('entity_state');
