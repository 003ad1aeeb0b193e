package fr.appui.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * A connection on which nothing happens ends ({@code quarkus.http.idle-timeout}), and a report over very many calls is made for longer than that
 * before its first byte: what awaits its answer is kept, for ten times as long. An answer that has begun is not; who reads it no more holds nothing.
 */
@Singleton
final class AwaitedAnswers {

    static final int MOST = 10;

    /** Each request is worked on after this, and none before its body is whole. */
    private static final int ONCE_WHOLE = WholeBodies.EARLY - 1;

    void register(@Observes Filters filters) {
        filters.register(AwaitedAnswers::await, ONCE_WHOLE);
    }

    static void await(RoutingContext context) {
        ChannelPipeline pipeline =
                ((ConnectionBase) context.request().connection()).channel().pipeline();
        Patience known = pipeline.get(Patience.class);
        if (known != null) {
            known.of(context.response());
        } else {
            pipeline.addBefore("handler", null, new Patience(context.response()));
        }
        context.next();
    }

    /** Stands before whoever would close the connection; HTTP/1.1 alone ({@code quarkus.http.http2=false}), so that one answer at a time is made. */
    private static final class Patience extends ChannelInboundHandlerAdapter {

        private HttpServerResponse answer;
        private int waited;

        Patience(HttpServerResponse answer) {
            this.answer = answer;
        }

        void of(HttpServerResponse next) {
            answer = next;
            waited = 0;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (!(event instanceof IdleStateEvent) || answer.headWritten() || ++waited == MOST) {
                super.userEventTriggered(context, event);
            }
        }
    }
}
