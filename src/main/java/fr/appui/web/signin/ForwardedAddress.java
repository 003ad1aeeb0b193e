package fr.appui.web.signin;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whose address a request has behind a proxy. A proxy adds the address it saw at the end of {@code X-Forwarded-For}; what stands
 * before may be whatever the client wrote. So the last address that is no proxy of ours is the client's, and the header is cut
 * down to it before anybody reads it. Without trusted proxies nobody is believed.
 */
@Singleton
final class ForwardedAddress {

    private static final Logger LOG = Logger.getLogger(ForwardedAddress.class);
    private static final String HEADER = "X-Forwarded-For";
    private static final int BEFORE_ALL = 20_000;

    private final List<IpSubnetFilterRule> trusted;

    ForwardedAddress(
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean used) {
        this.trusted = trusted.orElse(List.of()).stream()
                .flatMap(proxy -> rule(proxy).stream())
                .toList();
        if (used && this.trusted.isEmpty()) {
            LOG.warn("quarkus.http.proxy.trusted-proxies names no address: X-Forwarded-For is not believed");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::cut, BEFORE_ALL);
    }

    private void cut(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> written = request.headers().getAll(HEADER);
        if (!written.isEmpty()) {
            Optional<String> client = client(written);
            client.ifPresentOrElse(
                    address -> request.headers().set(HEADER, address),
                    () -> request.headers().remove(HEADER));
        }
        context.next();
    }

    /** @param written the values of the header, in order; empty when the last proxy wrote no address */
    Optional<String> client(List<String> written) {
        if (trusted.isEmpty()) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>(written.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .toList());
        Optional<String> nearest = Optional.empty();
        while (!path.isEmpty()) {
            String address = path.removeLast();
            if (!NetUtil.isValidIpV4Address(address) && !NetUtil.isValidIpV6Address(address)) {
                return nearest;
            }
            nearest = Optional.of(address);
            if (!isTrusted(address)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        var socket = new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString(address), 1);
        return trusted.stream().anyMatch(rule -> rule.matches(socket));
    }

    /** An address or a CIDR range, as Quarkus takes them; a proxy named by its host is trusted by Quarkus alone. */
    private static Optional<IpSubnetFilterRule> rule(String proxy) {
        String[] parts = proxy.strip().split("/", 2);
        String address = parts[0];
        if (!NetUtil.isValidIpV4Address(address) && !NetUtil.isValidIpV6Address(address)) {
            LOG.warnf("trusted proxy %s: give its address, a name is not looked up here", proxy);
            return Optional.empty();
        }
        int bits = parts.length == 2
                ? Integer.parseInt(parts[1])
                : NetUtil.isValidIpV4Address(address) ? Integer.SIZE : 128;
        return Optional.of(new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT));
    }
}
