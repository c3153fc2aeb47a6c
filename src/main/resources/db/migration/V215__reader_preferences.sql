-- How a user reads times (H-02); null for the vendor's own zone. Deadlines are days of the vendor whatever stands here.
ALTER TABLE user_account ADD COLUMN time_zone varchar(50);
