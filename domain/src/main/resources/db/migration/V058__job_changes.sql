-- Tells every process which job has moved, at the commit that moves it. Extending a lease without progress is no news.
CREATE FUNCTION job_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outlay_job', NEW.organization_id || ':' || NEW.job_id);
  RETURN NULL;
END $$;
CREATE TRIGGER job_changed AFTER UPDATE ON job FOR EACH ROW
  WHEN ((OLD.state, OLD.progress_done, OLD.progress_total, OLD.started_at, OLD.result, OLD.error_code)
        IS DISTINCT FROM (NEW.state, NEW.progress_done, NEW.progress_total, NEW.started_at, NEW.result, NEW.error_code))
  EXECUTE FUNCTION job_changed();
