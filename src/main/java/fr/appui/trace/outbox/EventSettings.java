package fr.appui.trace.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what is told to others, under {@code appui.events}. */
@ConfigMapping(prefix = "appui.events")
public interface EventSettings {

    /** Whether events go to Kafka; its address is {@code kafka.bootstrap.servers}. */
    @WithDefault("false")
    boolean kafka();

    /** The topic that they are written to. */
    @WithDefault("appui.calls.v1")
    String topic();

    /** How long one event may take to be acknowledged; well under the minute for which a node holds a lane. */
    @WithDefault("10s")
    Duration longestSend();
}
