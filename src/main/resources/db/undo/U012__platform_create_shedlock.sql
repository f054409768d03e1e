DROP TABLE platform.shedlock;
