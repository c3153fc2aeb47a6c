package io.partnerflow.demo;

/** One thread of the story. */
interface Chapter {

    void write(Timeline timeline);
}
