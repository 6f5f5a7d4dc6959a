CREATE TABLE "reply_drafts" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"firing_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"rule_name" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	CONSTRAINT "reply_drafts_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "reply_drafts_open" ON "reply_drafts" USING btree ("account_id","conversation_id") WHERE "reply_drafts"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "reply_drafts_step" ON "reply_drafts" USING btree ("account_id","firing_id","step");