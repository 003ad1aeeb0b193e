/**
 * Events told to others. The relay carries outbox rows to a wire: Kafka where a broker is configured, otherwise the
 * consumers of this process themselves. A lane of calls is relayed by one node at a time, so that a call's events keep their
 * order; sending may repeat, consuming does not.
 */
@NullMarked
package fr.appui.trace.outbox;

import org.jspecify.annotations.NullMarked;
