CREATE TABLE "proactive_views" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_key" text NOT NULL,
	"customer_id" uuid,
	"visit_id" text NOT NULL,
	"url" text NOT NULL,
	"seconds" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "proactive_views_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE INDEX "proactive_views_at" ON "proactive_views" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "proactive_views_visit" ON "proactive_views" USING btree ("account_id","visit_id");