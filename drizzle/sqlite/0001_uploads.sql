DROP INDEX `files_room`;--> statement-breakpoint
ALTER TABLE `files` ADD `message_seq` integer;--> statement-breakpoint
CREATE INDEX `files_room` ON `files` (`room_id`,`message_seq`);--> statement-breakpoint
ALTER TABLE `workspace` ADD `upload_bytes` integer DEFAULT 50000000 NOT NULL;--> statement-breakpoint
ALTER TABLE `workspace` ADD `upload_kinds` text;--> statement-breakpoint
UPDATE `files` SET `message_seq` = (SELECT `seq` FROM `messages` WHERE `messages`.`id` = `files`.`message_id`);
