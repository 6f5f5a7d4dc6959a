DROP INDEX "conversations_created";--> statement-breakpoint
DROP INDEX "conversations_customer_reply";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "awaits_reply" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "assigned_by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "answers_in_a_row" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "answers_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "last_text_digest" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "same_text_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "time_cursors" ADD COLUMN "class" text NOT NULL;--> statement-breakpoint
ALTER TABLE "time_cursors" ADD COLUMN "since" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
CREATE INDEX "conversations_ticket_created" ON "conversations" USING btree ("account_id","class","ticket_created_at","id") WHERE "conversations"."ticket_created_at" is not null;--> statement-breakpoint
CREATE INDEX "conversations_customer_reply" ON "conversations" USING btree ("account_id","class","last_customer_reply_at","id") WHERE "conversations"."ticket_created_at" is not null and "conversations"."last_customer_reply_at" is not null;--> statement-breakpoint
UPDATE "conversations" SET "awaits_reply" = true WHERE "last_customer_reply_at" is not null and ("last_agent_reply_at" is null or "last_agent_reply_at" < "last_customer_reply_at");
