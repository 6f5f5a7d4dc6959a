ALTER TABLE "mails" ADD COLUMN "message_seq" integer;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "state" text DEFAULT 'received' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "error" jsonb;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "files" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "mails_caught" ON "mails" USING btree ("account_id","id") WHERE "mails"."state" = 'caught';