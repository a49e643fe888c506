package dev.partnerattribution.agent.pekko;

import dev.partnerattribution.agent.library.InjectedHelper;
import dev.partnerattribution.agent.library.PublicMethod;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What requests and answers of pekko-http and akka-http are. By reflection, for the types of one have other names in the other:
 * those for Java, which Scala's are.
 */
public final class PekkoHelper extends InjectedHelper {
    private static final String USER_AGENT = "User-Agent";

    private static final Class<?> HEADER = ofHttp("javadsl.model.HttpHeader");
    private static final PublicMethod NAME_IS = PublicMethod.of(HEADER, "is", String.class);
    private static final PublicMethod VALUE = PublicMethod.of(HEADER, "value");
    private static final Class<?> RAW_HEADER = ofHttp("javadsl.model.headers.RawHeader");
    private static final PublicMethod AS_USER_AGENT =
            PublicMethod.of(ofHttp("javadsl.model.headers.UserAgent"), "create", String.class);

    /** A request, and the host that it is sent to. */
    private static final Class<?> CONTEXT = ofHttp("impl.engine.rendering.RequestRenderingContext");

    private static final PublicMethod REQUEST_OF = PublicMethod.of(CONTEXT, "request");
    private static final PublicMethod HOST_HEADER_OF = PublicMethod.of(CONTEXT, "hostHeader");
    private static final PublicMethod REST_OF = PublicMethod.of(CONTEXT, "sendEntityTrigger");
    private static final PublicMethod COPY = PublicMethod.of(
            CONTEXT, "copy", REQUEST_OF.returnType(), HOST_HEADER_OF.returnType(), REST_OF.returnType());

    private static final PublicMethod HOST = PublicMethod.of(ofHttp("javadsl.model.headers.Host"), "host");
    private static final PublicMethod ADDRESS = PublicMethod.of(ofHttp("javadsl.model.Host"), "address");

    private static final Class<?> REQUEST = ofHttp("javadsl.model.HttpRequest");
    private static final PublicMethod METHOD_OF = PublicMethod.of(REQUEST, "method");
    private static final PublicMethod METHOD_NAME = PublicMethod.of(ofHttp("javadsl.model.HttpMethod"), "value");
    private static final PublicMethod URI_OF = PublicMethod.of(REQUEST, "getUri");
    private static final PublicMethod RELATIVE = PublicMethod.of(ofHttp("javadsl.model.Uri"), "toRelative");
    private static final PublicMethod HEADERS = PublicMethod.of(REQUEST, "getHeaders");
    private static final PublicMethod WITHOUT_HEADER = PublicMethod.of(REQUEST, "removeHeader", String.class);
    private static final PublicMethod WITH_HEADER = PublicMethod.of(REQUEST, "addHeader", HEADER);

    private static final Class<?> OPTION = REST_OF.returnType();
    private static final PublicMethod IS_EMPTY = PublicMethod.of(OPTION, "isEmpty");
    private static final PublicMethod GET = PublicMethod.of(OPTION, "get");

    private static final PublicMethod ASKED =
            PublicMethod.of(ofHttp("impl.engine.client.PoolFlow$RequestContext"), "request");
    private static final Class<?> OUTCOME = PublicMethod.of(
                    ofHttp("impl.engine.client.PoolFlow$ResponseContext"), "response")
            .returnType();
    private static final PublicMethod IS_SUCCESS = PublicMethod.of(OUTCOME, "isSuccess");
    private static final PublicMethod RESPONSE_OF = PublicMethod.of(OUTCOME, "get");

    private static final Class<?> RESPONSE = ofHttp("javadsl.model.HttpResponse");
    private static final PublicMethod STATUS_OF = PublicMethod.of(RESPONSE, "status");
    private static final PublicMethod STATUS = PublicMethod.of(ofHttp("javadsl.model.StatusCode"), "intValue");
    private static final PublicMethod RESPONSE_HEADER = PublicMethod.of(RESPONSE, "getHeader", String.class);

    /** Made beside pekko-http. */
    public PekkoHelper() {}

    /** A request can't be changed: a copy is written, and the one that the pool knows stays what its answer is known by. */
    @Override
    public @Nullable Object onRequest(
            @Nullable Object sender,
            @Nullable Object sent,
            @Nullable Object connection,
            @Nullable Object ownUserAgent) {
        Object context = Objects.requireNonNull(sent);
        Object request = REQUEST_OF.get(context);
        String host = (String) ADDRESS.get(HOST.get(HOST_HEADER_OF.get(context)));
        String before = userAgent(request, Objects.requireNonNull(ownUserAgent));
        String after = stamp(host, before);
        if (isWanted(host)) {
            String target = RELATIVE.get(URI_OF.get(request)).toString();
            sent(request, (String) METHOD_NAME.get(METHOD_OF.get(request)), host, target, before, after);
        }
        return after == null || after.equals(before) ? context : with(after, request, context);
    }

    @Override
    public void onResponse(@Nullable Object request, @Nullable Object outcome) {
        if (request != null && outcome != null && areAnswersWanted() && (Boolean) IS_SUCCESS.get(outcome)) {
            Object response = RESPONSE_OF.get(outcome);
            answered(
                    ASKED.get(request),
                    (Integer) STATUS.get(STATUS_OF.get(response)),
                    header(response, CORRELATION_ID),
                    header(response, REQUEST_ID));
        }
    }

    /** Several are one. A raw header is not written; where there is none, the client's own is. */
    private static @Nullable String userAgent(Object request, Object ownUserAgent) {
        StringBuilder all = new StringBuilder();
        for (Object header : (Iterable<?>) HEADERS.get(request)) {
            if (!RAW_HEADER.isInstance(header) && (Boolean) NAME_IS.get(header, "user-agent")) {
                all.append(all.length() == 0 ? "" : " ").append(VALUE.get(header));
            }
        }
        if (all.length() > 0) {
            return all.toString();
        }
        return (Boolean) IS_EMPTY.get(ownUserAgent) ? null : (String) VALUE.get(GET.get(ownUserAgent));
    }

    private static @Nullable Object with(String userAgent, Object request, Object context) {
        Object without = WITHOUT_HEADER.call(request, USER_AGENT);
        Object stamped = WITH_HEADER.call(without, AS_USER_AGENT.call(userAgent));
        return COPY.call(context, stamped, HOST_HEADER_OF.get(context), REST_OF.get(context));
    }

    private static @Nullable String header(Object response, String name) {
        Optional<?> header = (Optional<?>) RESPONSE_HEADER.get(response, name);
        return header.isPresent() ? (String) VALUE.get(header.get()) : null;
    }

    /** A class of the library, by its name below {@code org.apache.pekko.http} or {@code akka.http}. */
    private static Class<?> ofHttp(String name) {
        String own = PekkoHelper.class.getName();
        return PublicMethod.type(
                PekkoHelper.class.getClassLoader(), own.substring(0, own.indexOf("impl.engine.")) + name);
    }
}
