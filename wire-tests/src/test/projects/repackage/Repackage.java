package com.contoso.build;

import java.io.File;
import java.io.IOException;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** What Spring Boot's build plugins do. Arguments: the jar, the executable jar to be, and the libraries. */
public final class Repackage {
    private Repackage() {}

    public static void main(String[] args) throws IOException {
        Repackager repackager = new Repackager(new File(args[0]));
        repackager.setMainClass("com.contoso.boot.DeployApplication");
        repackager.repackage(new File(args[1]), callback -> {
            for (int i = 2; i < args.length; i++) {
                callback.library(new Library(new File(args[i]), LibraryScope.COMPILE));
            }
        });
    }
}
