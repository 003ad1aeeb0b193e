package fr.appui.outreach;

import fr.appui.trace.CallBackClosing;
import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The call-backs to be made. Each change tells whether it was this node's to make: of several nodes, one wins. */
public interface CallBackLedger {

    /** A caller asked: the service sees to it. @return false when it is known already, open or closed */
    boolean open(CallId call, Instant askedAt);

    /** A physician calls back who did not ask for it: attempts are counted, and the service rings nobody by itself. */
    void note(CallId call, Instant at);

    /** First come first, a bounded number of them. */
    List<OpenCallBack> allOpen();

    /** Open or closed. */
    Optional<OpenCallBack> find(CallId call);

    /** Takes the next attempt's number. @param seen as it was read; @return false when another took it meanwhile, or closed it */
    boolean begin(OpenCallBack seen, Instant at);

    /** @return false when it was closed already, or never opened */
    boolean close(CallId call, CallBackClosing closing, Instant at);
}
