package dev.partnerattribution.agent.inside;

import dev.partnerattribution.Route;

/** A hook in a method of a library whose first argument is a request; it is answered with the request to go on with. */
abstract class RequestHook extends LibraryHook {
    private final String method;
    private final String arguments;

    /**
     * @param method its name
     * @param arguments its arguments as a class file describes them, in parentheses
     * @param answeredBy the simple name of a class of the package {@code beside}
     */
    RequestHook(Route route, String method, String arguments, String answeredBy, String... targets) {
        super(route, answeredBy, targets);
        this.method = method;
        this.arguments = arguments;
    }

    @Override
    final boolean isAt(String name, String descriptor) {
        return name.equals(method) && descriptor.startsWith(arguments);
    }

    @Override
    final String wanted() {
        StringBuilder wanted = new StringBuilder(method).append('(');
        for (String argument : new Descriptor(arguments).arguments()) {
            String name = Descriptor.className(argument);
            wanted.append(wanted.charAt(wanted.length() - 1) == '(' ? "" : ", ")
                    .append(name, name.lastIndexOf('/') + 1, name.length());
        }
        return wanted.append(')').toString();
    }

    @Override
    final void take(Code code) {
        code.cast(Descriptor.className(new Descriptor(arguments).arguments().get(0)))
                .store(1);
    }
}
