-- Whatever makes notices asks for the job that looks which of them are to be mailed at once, in the same
-- transaction: no command can forget to. One job for all that one statement made.
CREATE FUNCTION mail_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM made) THEN
    PERFORM FROM graphile_worker.add_job(
      'mail-notices', (SELECT json_build_object('notices', json_agg(id)) FROM made));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER mail_notices AFTER INSERT ON notices
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION mail_notices();
