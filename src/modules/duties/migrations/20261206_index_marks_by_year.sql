-- A year first: many offices of one year are read together, whatever the number of years.
drop index duty_marks_by_office;

create index duty_marks_by_year on derived_duty_marks (year, office, signal, counts_on, recorded_on);
