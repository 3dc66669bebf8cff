-- The window a platform credited conversions in, of rows of the view ATTRIBUTION_WINDOW; null in every other view.
ALTER TABLE segment ADD COLUMN attribution_window text;
ALTER TABLE segment DROP CONSTRAINT segment_organization_id_country_age_range_gender_device_key;
ALTER TABLE segment ADD UNIQUE NULLS NOT DISTINCT (organization_id, country, age_range, gender, device, attribution_window);
