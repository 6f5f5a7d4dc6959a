CREATE TABLE "conversation_reads" (
	"account_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conversation_reads_account_id_conversation_id_agent_id_pk" PRIMARY KEY("account_id","conversation_id","agent_id")
);
--> statement-breakpoint
DROP INDEX "canned_replies_shortcut";--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "position" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "uploader_kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "uploader_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "width" integer;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "height" integer;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "overflow_from" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "shown" jsonb;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD COLUMN "shared" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "attachments_loose" ON "attachments" USING btree ("account_id","created_at") WHERE "attachments"."message_seq" is null;--> statement-breakpoint
CREATE INDEX "conversations_suspended" ON "conversations" USING btree ("account_id","id") WHERE "conversations"."suspended_ticket";--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_shared" ON "canned_replies" USING btree ("account_id",lower("shortcut")) WHERE "canned_replies"."shared";--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_own" ON "canned_replies" USING btree ("account_id","created_by",lower("shortcut")) WHERE not "canned_replies"."shared";