-- What is new, by Web Push: docs/decisions/0019-web-push.md.

-- CreateTable
CREATE TABLE "push_devices" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "session_id" INTEGER NOT NULL,
    "endpoint" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "forum_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "push_devices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_wishes" (
    "user_id" INTEGER NOT NULL,
    "reply" BOOLEAN NOT NULL DEFAULT true,
    "quote" BOOLEAN NOT NULL DEFAULT true,
    "mention" BOOLEAN NOT NULL DEFAULT true,
    "watch" BOOLEAN NOT NULL DEFAULT false,
    "changed" BOOLEAN NOT NULL DEFAULT true,
    "decision" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "push_wishes_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "pushes" (
    "id" SERIAL NOT NULL,
    "notice_id" INTEGER NOT NULL,
    "device_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "pushes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "push_devices_session_id_key" ON "push_devices"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_devices_endpoint_key" ON "push_devices"("endpoint");

-- CreateIndex
CREATE INDEX "push_devices_user_id_idx" ON "push_devices"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "pushes_notice_id_device_id_key" ON "pushes"("notice_id", "device_id");

-- CreateIndex
CREATE INDEX "pushes_device_id_idx" ON "pushes"("device_id");

-- AddForeignKey
ALTER TABLE "push_devices" ADD CONSTRAINT "push_devices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_devices" ADD CONSTRAINT "push_devices_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_wishes" ADD CONSTRAINT "push_wishes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pushes" ADD CONSTRAINT "pushes_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pushes" ADD CONSTRAINT "pushes_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "push_devices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever makes notices asks for the job that pushes them, in the same transaction: no command can
-- forget to. One job for all that one statement made, and none where nobody concerned has a device. A
-- little later, for who is just here reads it meanwhile.
CREATE FUNCTION push_notices() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told json;
BEGIN
  SELECT json_agg(m.id ORDER BY m.id) INTO told FROM made m
   WHERE EXISTS (SELECT FROM push_devices d WHERE d.user_id = m.user_id);
  IF told IS NOT NULL THEN
    PERFORM FROM graphile_worker.add_job(
      'push-notices', json_build_object('notices', told), run_at => now() + interval '15 seconds');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER push_notices AFTER INSERT ON notices
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION push_notices();

-- A notice that was not pushed, such as one of a watched thread, may get a reason that its owner wants
-- pushed. One that was pushed is not pushed again.
CREATE FUNCTION push_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM push_devices d WHERE d.user_id = NEW.user_id) THEN
    PERFORM FROM graphile_worker.add_job(
      'push-notices', json_build_object('notices', json_build_array(NEW.id)),
      run_at => now() + interval '15 seconds');
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER push_notice AFTER UPDATE OF reasons ON notices
  FOR EACH ROW WHEN (OLD.reasons IS DISTINCT FROM NEW.reasons) EXECUTE FUNCTION push_notice();
