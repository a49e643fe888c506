package dev.partnerattribution.internal.receipts;

import dev.partnerattribution.internal.ResolvedAttribution;
import dev.partnerattribution.internal.UnknownArmHost;
import dev.partnerattribution.internal.options.ReceiptOptions;
import dev.partnerattribution.internal.options.Route;
import dev.partnerattribution.internal.options.Settings;
import dev.partnerattribution.internal.useragent.ArmHosts;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a policy in the pipeline of an Azure SDK tells of its requests. It is a function of JDK types, because the agent's
 * copies of the policies see nothing of ours: first they ask {@link #getAsBoolean} whether anybody wants to know.
 */
public final class PipelineReceipts
        implements BooleanSupplier, Function<@Nullable Object[], @Nullable ObjIntConsumer<Object>> {
    private static final AtomicReference<@Nullable ArmHosts> ARM_HOSTS = new AtomicReference<@Nullable ArmHosts>();

    private final Route route;
    private final ResolvedAttribution attribution;
    private final boolean agent;

    private PipelineReceipts(Route route, ResolvedAttribution attribution, boolean agent) {
        this.route = route;
        this.attribution = attribution;
        this.agent = agent;
    }

    /** Of a program's own policy; where an agent is in the JVM too, it does this. */
    public static PipelineReceipts ofTheProgram(Route route, ResolvedAttribution attribution) {
        return new PipelineReceipts(route, attribution, false);
    }

    /** Of a policy that the agent put into a pipeline. */
    public static PipelineReceipts ofTheAgent(Route route, ResolvedAttribution attribution) {
        return new PipelineReceipts(route, attribution, true);
    }

    /** Read when the first request is sent, under no lock: the program's properties are asked for it. */
    private static ArmHosts armHosts() {
        ArmHosts armHosts = ARM_HOSTS.get();
        if (armHosts == null) {
            ArmHosts read = Settings.armHostsInEffect();
            armHosts = ARM_HOSTS.compareAndSet(null, read) ? read : ARM_HOSTS.get();
        }
        return armHosts == null ? ArmHosts.known() : armHosts;
    }

    /** Allocates nothing. */
    @Override
    public boolean getAsBoolean() {
        return (agent || !Receipts.areTheAgents()) && (Receipts.here().wanted() || ReceiptOptions.areAsked());
    }

    /**
     * A request is sent.
     *
     * @param request the object that it is; its method; of its URL the host, the path and the query; its User-Agent before
     *     and after our policy; which attempt it is, an Integer. All but the first four may be null
     * @return takes what {@link Exchange#accept} does; null where it is not for Azure Resource Manager, or known already
     */
    @Override
    public @Nullable ObjIntConsumer<Object> apply(@Nullable Object[] request) {
        String host = (String) request[2];
        if (host == null || !armHosts().contains(host)) {
            if (host != null && UnknownArmHost.couldBe(host)) {
                UnknownArmHost.asked(host, (String) request[3]);
            }
            return null;
        }
        if (!Receipts.here().wanted()) {
            return null;
        }
        Exchange exchange = new Exchange(
                route,
                attribution,
                String.valueOf(request[1]),
                host,
                (String) request[3],
                (String) request[4],
                (String) request[5],
                (String) request[6]);
        return Receipts.here().pipelined(exchange.of(request[0]).attempt(request[7]));
    }
}
