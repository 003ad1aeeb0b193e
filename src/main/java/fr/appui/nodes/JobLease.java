package fr.appui.nodes;

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

    /**
     * Runs the job unless a node ran it a short while ago: for what every node begins at the same time of day, by clocks that
     * are never quite the same.
     *
     * @param quiet how long after its beginning it is not begun again; a job that fails may be, at once
     * @return whether it ran here
     */
    boolean runOnce(String job, Duration quiet, Runnable work);
}
