package fr.appui.trace;

import java.time.Duration;

/** Lets one node of several run a job. */
public interface JobLease {

    /**
     * Runs the job unless another node holds it.
     *
     * @param most how long it may take: a node that dies lets go after that
     * @return whether it ran here
     */
    boolean run(String job, Duration most, Runnable work);
}
