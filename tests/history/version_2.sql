BEGIN TRANSACTION;
CREATE TABLE walk (
          seq INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          guide TEXT NOT NULL,
          answers TEXT NOT NULL,
          code TEXT NOT NULL,
          finished INTEGER NOT NULL,
          started INTEGER NOT NULL,
          updated INTEGER NOT NULL,
          name TEXT NOT NULL,
          note TEXT NOT NULL,
          content_hash TEXT NOT NULL
        , page TEXT NOT NULL DEFAULT '', edited INTEGER NOT NULL DEFAULT 0);
INSERT INTO "walk" VALUES(1,'w111111111111111111111111','tiny','{"flame":"smoky","glass":"cracked"}','tiny:flame=smoky,glass=cracked',1,1769947200000000,1769947200000000,'Northwind','call
them Ärger','0000000000000000000000000000000000000000000000000000000000000000','["Do not light it",{"verdict":"0123456789"}]',1769950800000000);
INSERT INTO "walk" VALUES(2,'w222222222222222222222222','tiny','{"flame":"smoky"}','tiny:flame=smoky',0,1769947200000000,1770033600000000,'','','0000000000000000000000000000000000000000000000000000000000000000','',0);
INSERT INTO "walk" VALUES(3,'w333333333333333333333333','other','{"q0":"optionoptionoptionoptionoption","q1":"optionoptionoptionoptionoption","q2":"optionoptionoptionoptionoption","q3":"optionoptionoptionoptionoption","q4":"optionoptionoptionoptionoption","q5":"optionoptionoptionoptionoption","q6":"optionoptionoptionoptionoption","q7":"optionoptionoptionoptionoption","q8":"optionoptionoptionoptionoption","q9":"optionoptionoptionoptionoption","q10":"optionoptionoptionoptionoption","q11":"optionoptionoptionoptionoption"}','other:a=b',1,1769947200000000,1770120000000000,'','','1111111111111111111111111111111111111111111111111111111111111111','',0);
CREATE INDEX walk_newest ON walk (updated);
CREATE INDEX walk_newest_of_guide ON walk (guide, updated);
COMMIT;
PRAGMA user_version = 2;
PRAGMA application_id = 1111971140;
