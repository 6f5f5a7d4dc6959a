CREATE TABLE "channel_logos" (
	"account_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_logos_account_id_channel_id_digest_pk" PRIMARY KEY("account_id","channel_id","digest")
);
--> statement-breakpoint
ALTER TABLE "channel_logos" ADD CONSTRAINT "channel_logos_channel" FOREIGN KEY ("account_id","channel_id") REFERENCES "public"."channels"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "channel_logos_digest" ON "channel_logos" USING btree ("digest");