-- Few are open or answered lately however many have been asked: steering.FailureQuestionRows.notTakenBack
CREATE INDEX failed_step_question_open ON failed_step_question (asked_at) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX failed_step_question_answered ON failed_step_question (answered_at) WHERE withdrawn_at IS NULL;
