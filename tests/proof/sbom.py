"""The list of what is shipped as a CycloneDX document: from uv.lock alone, without a network, the same each time."""

import json
import uuid
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from app.version import VERSION
from tests.proof.shipped import PROGRAM, ROOT, Lock, Locked, licence_of

SBOM = ROOT / "build" / "sbom.json"
_SAME_EACH_TIME = uuid.UUID("0198a000-0000-7000-8000-000000000b0b")


def bill(lock: Lock) -> Bom:
    """The program, what it needs, and what that needs."""
    licences = LicenseFactory()
    program = Component(
        name=PROGRAM,
        version=VERSION,
        type=ComponentType.APPLICATION,
        bom_ref=PROGRAM,
        licenses=[licences.make_from_string("MIT")],
        supplier=OrganizationalEntity(name="Dialfloor"),
    )
    shipped = lock.shipped()
    parts = {package.key: _component(package, licences) for package in shipped}
    document = Bom(components=parts.values(), serial_number=_SAME_EACH_TIME)
    document.metadata.component = program
    document.register_dependency(program, [parts[need] for need in lock.first_needs()])
    for package in shipped:
        document.register_dependency(parts[package.key], [parts[need] for need in package.needs if need in parts])
    return document


def _component(package: Locked, licences: LicenseFactory) -> Component:
    found = licence_of(package.name)
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{package.name}=={package.version}",
        purl=PackageURL("pypi", None, package.name, package.version),
        licenses=[licences.make_from_string(found)] if found else [],
        external_references=[_files(package)],
    )


def _files(package: Locked) -> ExternalReference:
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in package.sha256]
    index = XsUri(f"https://pypi.org/simple/{package.name}/")
    return ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=index, hashes=hashes)


def text_of(document: Bom) -> str:
    """The document as JSON of CycloneDX 1.6."""
    # Reproducible: no time in it, so that the same lock gives the same bytes.
    made = json.loads(JsonV1Dot6(document).output_as_string())
    del made["metadata"]["timestamp"]
    return json.dumps(made, indent=1, sort_keys=True) + "\n"


def check(text: str) -> None:
    """Raises ValueError where a document breaks its schema; 50 ms for each package in it."""
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        message = f"the document breaks its own schema: {fault}"
        raise ValueError(message)


def main(target: Path = SBOM) -> int:
    """Write it, and say how much is in it."""
    document = bill(Lock())
    target.parent.mkdir(exist_ok=True)
    text = text_of(document)
    check(text)
    target.write_text(text, encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(document.components)} packages, CycloneDX 1.6, as its schema has it")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
