package fr.appui.web;

import fr.appui.french.WrittenValue;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
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
 * before may be whatever the client wrote. So the last address that is no proxy of ours is the client's. Without trusted proxies
 * nobody is believed. Quarkus would take the first address, the one that the client may write itself.
 */
@Singleton
public class ClientAddress {

    private static final Logger LOG = Logger.getLogger(ClientAddress.class);
    private static final String HEADER = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> trusted;

    ClientAddress(
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean used) {
        this.trusted = trusted.filter(proxies -> used).orElse(List.of()).stream()
                .flatMap(proxy -> rule(proxy).stream())
                .toList();
        if (used && this.trusted.isEmpty()) {
            LOG.warn("quarkus.http.proxy.trusted-proxies names no address: X-Forwarded-For is not believed");
        }
    }

    /** Of whoever sent this request. */
    public String of(HttpServerRequest request) {
        String peer = request.connection().remoteAddress().hostAddress();
        return isTrusted(peer) ? client(request.headers().getAll(HEADER)).orElse(peer) : peer;
    }

    /** @param written the values of the header, in order; empty when the last proxy wrote no address */
    Optional<String> client(List<String> written) {
        List<String> path = new ArrayList<>(written.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(WrittenValue::of)
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
        String[] parts = WrittenValue.of(proxy).split("/", 2);
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
