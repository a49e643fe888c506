"""azure.azcollection expects this package as it was before it had two parts."""
import sys

try:
    import azure.mgmt.recoveryservicesbackup as package
    import azure.mgmt.recoveryservicesbackup.activestamp as part
    import azure.mgmt.recoveryservicesbackup.activestamp.models as models
except ImportError:
    pass
else:
    package.RecoveryServicesBackupClient = part.RecoveryServicesBackupClient
    sys.modules[package.__name__ + ".models"] = models
